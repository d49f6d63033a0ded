import { expect, test } from 'vitest';
import { startsSentence } from '../../server/src/knowledge/sentences.js';

// That a sentence begins with a capital, and which abbreviations have a full stop: U.S. Government Publishing Office Style Manual, 2016, chapters 3 and 9.

/** Behind these a sentence begins. */
const STARTS = list(`
  | It hurts.␣ | Does it hurt?␣ | It hurts!␣ | (It hurts.)␣ | [It hurts.]␣ | “It hurts.”␣ | “Does it hurt?”␣ | 'It hurts.'␣ | ‘It hurts!’␣
  It hurts.␣␣ | It hurts.\\n | It hurts.␣\\n | It hurts.␣“ | It hurts.␣( | It hurts.␣‘ | It hurts.␣** | “ | ( | ** | ‘“ | It hurts.’”␣ | It hurts.”)␣
  She takes 5 mg.␣ | She takes 2 tablets.␣ | He weighs 80 kg.␣ | It lasts 3 hr.␣ | Every 4 h.␣ | It is 37 °C.␣ | It fell by 30%.␣ | Her score is 7/10.␣ | The score was 8 of 10.␣
  It began in 2019.␣ | It began on 5/3/2024.␣ | It began on March 3, 2024.␣ | It began in May.␣ | It began in March 2024.␣ | Code M54.16.␣ | Codes 64483 and 64484.␣ | Vitamin B12.␣ | At L5-S1.␣ | Grade II.␣
  She has COPD.␣ | He has GERD.␣ | It is an MRI.␣ | She has HIV.␣ | The FDA approved it.␣ | An HMO.␣ | It is in her chart (2024).␣ | He was seen at MGH.␣ | It was read by radiology.␣
  The pain is worse at night.␣ | She cannot walk.␣ | He uses a cane.␣ | They need a nurse.␣ | It does not help him.␣ | He asked me.␣ | She could not go.␣ | That is all.␣ | Is it so?␣ | It must not stop!␣
  Physical therapy failed.␣ | Gabapentin did not help.␣ | I have treated her since 2019.␣ | She works in a school.␣ | He lives alone.␣ | It is safe; it works.␣ | “No,” she said.␣
  See below.␣ | Ask the nurse.␣ | Please call.␣ | Approve it.␣ | It was denied on May 4.␣ | Your notice says “not necessary.”␣ | The plan says “experimental”.␣ | She was told ‘no’.␣ | As stated above (see 3).␣
  It costs $40.␣ | It costs less than 1,000.␣ | Her A1c is 9.␣ | BMI is 31.4.␣ | It is 7.5.␣ | It ended.␣ | It went on...␣ | The dose is 0.5 mL.␣ | Daily at noon.␣ | Twice a day.␣
  It helps with sleep.␣ | It acts in minutes.␣ | She was fine.␣ | The device fits.␣ | He had a fall.␣ | He saw the sun.␣ | A visit is due in a month.␣ | No one helps.␣ | She said yes.␣ | I saw her then.␣
  She answered “yes.”␣ | (See the chart.)␣( | It hurts.␣_ | _ | It is so?!␣ | It is so!!␣ | Really??␣ | It is in the ear.␣ | It is in the eye.␣ | It can be met.␣ | The right is met.␣ | It is fixed.␣ | It is his.␣
  He is a minor.␣ | She is at risk.␣ | She has asthma.␣ | They live in Ohio.␣ | She moved to Maine.␣ | It is in Boston.␣ | They took an X-ray.␣ | This is the aim.␣ | It is well known.␣ | It is not new.␣
`);

/** Behind these a sentence goes on. */
const GOES_ON = list(`
  It␣ | It hurts␣ | It hurts,␣ | It hurts;␣ | It hurts:␣ | It hurts – ␣ | It hurts—␣ | It hurts (␣ | It hurts, “ | It hurts “ | She has a␣ | She has an␣ | She has the␣ | with␣ | because of␣ | and␣ | or␣
  I, Dr.␣ | Mr.␣ | Mrs.␣ | Ms.␣ | Mx.␣ | Prof.␣ | St.␣ | Mr. and Mrs.␣ | Dr.␣( | Dear Dr.␣ | with Dr.␣ | by Prof.␣ | of St.␣ | (Dr.␣ | “Mr.␣ | at St.␣ | see Dr.␣ | Drs.␣ | Messrs.␣ | Rev.␣ | Hon.␣ | Sgt.␣ | Capt.␣ | Lt.␣ | Col.␣ | Gen.␣ | Sen.␣ | Rep.␣ | Gov.␣
  surgery vs.␣ | drug no.␣ | No.␣ | nos.␣ | vol.␣ | fig.␣ | figs.␣ | sec.␣ | para.␣ | art.␣ | ch.␣ | p.␣ | pp.␣ | ed.␣ | eds.␣ | approx.␣ | about approx.␣ | dept.␣ | est.␣ | tel.␣ | ext.␣ | ca.␣ | cf.␣ | viz.␣ | incl.␣ | excl.␣ | max.␣ | avg.␣
  e.g.␣ | i.e.␣ | (e.g.␣ | (i.e.␣ | eg.␣ | ie.␣ | et al.␣ | J. Q.␣ | Ann B.␣ | J.␣ | U.S.␣ | the U.S.␣ | N.M.␣ | D.C.␣ | M.D.␣ | D.O.␣ | R.N.␣ | b.i.d.␣ | t.i.d.␣ | q.d.␣ | p.r.n.␣ | p.o.␣ | a.m.␣ | p.m.␣ | 9 a.m.␣ | 5 p.m.␣ | P.O.␣ | Ph.D.␣ | Pharm.D.␣ | Psy.D.␣ | Ed.D.␣
  Jan.␣ | Feb.␣ | Mar.␣ | Apr.␣ | Jun.␣ | Jul.␣ | Aug.␣ | Sept.␣ | Sep.␣ | Oct.␣ | Nov.␣ | Dec.␣ | since Jan.␣ | on Nov.␣ | Mon.␣ | Tues.␣ | Wed.␣ | Thurs.␣ | Fri.␣
  Ave.␣ | Blvd.␣ | 12 Oak Rd.␣ | Ste.␣ | Apt.␣ | Bldg.␣ | Mt.␣ | Ft.␣ | pt.␣ | pts.␣ | Jr.␣ | Sr.␣ | Inc.␣ | Ltd.␣ | Co.␣ | Corp.␣ | Assn.␣ | Univ.␣ | Hosp.␣
  It hurts.␣But␣ | 5.␣mg␣ | v2. | 3.5 | M54. | M54.1 | example. | www. | .5 | 0. | at 9. | 2. | a. | “It hurts.” | (It hurts.) | It hurts? | the plan’s␣ | patient's␣ | her,␣ | His:␣ | since␣ | until␣ | between␣ | no more than␣
  at a dose of␣ | is treated with␣ | has been␣ | under the care of␣ | and/or␣ | at /␣ | 50%␣ | 5 mg␣ | in 2024␣ | in May␣ | by a nurse␣ | at home␣ | every day␣ | with COPD␣ | ICD-10␣ | M54.16␣ | a [␣ | … ␣ | as well as␣ | of which␣ | such as␣ | like␣
`);

/** Said otherwise than told here: the same letters end a sentence or do not, and a capital too few is the smaller slip. */
const UNTOLD = list(
  'He works for Acme Inc.␣ | She lives in the U.S.␣ | It began at 9 a.m.␣ | He was born in Dec.␣ | He saw plan B.␣ | Two drugs failed: A and B.␣ | He saw the pt.␣ | It was at its max.␣',
);

test('the lists are long enough to say something', () => {
  expect(STARTS.length + GOES_ON.length).toBeGreaterThan(300);
});

test.each(STARTS)('a sentence begins behind %j', (before) => {
  expect(startsSentence(before)).toBe(true);
});

test.each(GOES_ON)('none begins behind %j', (before) => {
  expect(startsSentence(before)).toBe(false);
});

test('what is told wrongly is known', () => {
  expect(UNTOLD.filter((before) => startsSentence(before))).toEqual([]);
});

/** Entries between bars; `␣` is a space, `\n` a line's end. */
function list(entries: string): string[] {
  return entries
    .trim()
    .split(/ *\| *|\n */)
    .map((entry) => entry.trim().replaceAll('␣', ' ').replaceAll('\\n', '\n'));
}
