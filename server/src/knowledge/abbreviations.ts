// Abbreviations that are common in letters, with their words; where one is read in several ways, all of them. Collected for this program from what clinicians write. Left out on
// purpose: what every reader knows (MRI, CT, FDA, HIV, DNA, BMI, ICU), units, degrees, drug forms (ER, XR), names of scales, and what is a word in capitals (ALL, AS, OR).

const TABLE = `
AAA abdominal aortic aneurysm|AAC augmentative and alternative communication|ABA applied behavior analysis|ABG arterial blood gas|
ABI ankle-brachial index|ACDF anterior cervical discectomy and fusion|ACEI angiotensin-converting enzyme inhibitor|
ACL anterior cruciate ligament|ACS acute coronary syndrome|ADHD attention-deficit/hyperactivity disorder|ADL activity of daily living|
ADLs activities of daily living|AED antiepileptic drug|AF atrial fibrillation|AFib atrial fibrillation|AFO ankle-foot orthosis|
AICD automatic implantable cardioverter-defibrillator|AKA above-knee amputation|AKI acute kidney injury|ALF assisted living facility|
ALIF anterior lumbar interbody fusion|ALS amyotrophic lateral sclerosis|ALT alanine aminotransferase|AMD age-related macular degeneration|
AML acute myeloid leukemia|ANA antinuclear antibody|APS antiphospholipid syndrome|ARB angiotensin receptor blocker|
ARDS acute respiratory distress syndrome|AROM active range of motion|ASD autism spectrum disorder|AST aspartate aminotransferase|
AUD alcohol use disorder|AVF arteriovenous fistula|AVM arteriovenous malformation|AVN avascular necrosis|
AVNRT atrioventricular nodal reentrant tachycardia|BCBA board certified behavior analyst|BiPAP bilevel positive airway pressure|
BKA below-knee amputation|BMT bone marrow transplant|BPD borderline personality disorder|BPH benign prostatic hyperplasia|
BPPV benign paroxysmal positional vertigo|BRVO branch retinal vein occlusion|BUN blood urea nitrogen|CABG coronary artery bypass grafting|
CAD coronary artery disease|CBC complete blood count|CBT cognitive behavioral therapy|CCB calcium channel blocker|CEA carotid endarterectomy|
CESI cervical epidural steroid injection|CF cystic fibrosis|CFS chronic fatigue syndrome|CGM continuous glucose monitor|
CGRP calcitonin gene-related peptide|CHD congenital heart disease; coronary heart disease|CHF congestive heart failure|
CIDP chronic inflammatory demyelinating polyneuropathy|CKD chronic kidney disease|CLBP chronic low back pain|CLL chronic lymphocytic leukemia|
CML chronic myeloid leukemia|CMP comprehensive metabolic panel|CMT Charcot-Marie-Tooth disease|COPD chronic obstructive pulmonary disease|
CP chest pain; cerebral palsy|CPAP continuous positive airway pressure|CPM continuous passive motion|CRC colorectal cancer|CRP C-reactive protein|
CRPS complex regional pain syndrome|CRVO central retinal vein occlusion|CSA central sleep apnea|CSF cerebrospinal fluid|CSI corticosteroid injection|
CTD connective tissue disease|CTE chronic traumatic encephalopathy|CTS carpal tunnel syndrome|CVA cerebrovascular accident|CVD cardiovascular disease|
CVID common variable immunodeficiency|CXR chest radiograph|DBS deep brain stimulation|DBT dialectical behavior therapy|DCIS ductal carcinoma in situ|
DDD degenerative disc disease|DEXA dual-energy X-ray absorptiometry|DJD degenerative joint disease|DKA diabetic ketoacidosis|DM diabetes mellitus|
DM1 type 1 diabetes mellitus|DM2 type 2 diabetes mellitus|DMARD disease-modifying antirheumatic drug|DMD Duchenne muscular dystrophy|
DME durable medical equipment; diabetic macular edema|DMII type 2 diabetes mellitus|DOE dyspnea on exertion|DPN diabetic peripheral neuropathy|
DTR deep tendon reflex|DVT deep vein thrombosis|EBV Epstein-Barr virus|ECG electrocardiogram|ECT electroconvulsive therapy|
ED emergency department; erectile dysfunction|EDS Ehlers-Danlos syndrome|EEG electroencephalogram|EF ejection fraction|EGD esophagogastroduodenoscopy|
EGFR epidermal growth factor receptor|EGPA eosinophilic granulomatosis with polyangiitis|EKG electrocardiogram|EMG electromyography|
EoE eosinophilic esophagitis|ERCP endoscopic retrograde cholangiopancreatography|ESI epidural steroid injection|ESR erythrocyte sedimentation rate|
ESRD end-stage renal disease|FAP familial adenomatous polyposis|FBSS failed back surgery syndrome|FCE functional capacity evaluation|
FFP fresh frozen plasma|FTD frontotemporal dementia|FTT failure to thrive|FVC forced vital capacity|GAD generalized anxiety disorder|
GBS Guillain-Barré syndrome|GCA giant cell arteritis|GERD gastroesophageal reflux disease|GFR glomerular filtration rate|GI gastrointestinal|
GIB gastrointestinal bleeding|GIST gastrointestinal stromal tumor|GLP-1 glucagon-like peptide 1|GON greater occipital nerve|
GTC generalized tonic-clonic|GU genitourinary|GVHD graft-versus-host disease|HAE hereditary angioedema|HBV hepatitis B virus|
HCC hepatocellular carcinoma|HCM hypertrophic cardiomyopathy|HCV hepatitis C virus|HEP home exercise program|
HFpEF heart failure with preserved ejection fraction|HFrEF heart failure with reduced ejection fraction|HHA home health aide|
HIE hypoxic-ischemic encephalopathy|HLD hyperlipidemia|HNP herniated nucleus pulposus|HNPCC hereditary nonpolyposis colorectal cancer|
HOCM hypertrophic obstructive cardiomyopathy|HPI history of present illness|HPV human papillomavirus|HRT hormone replacement therapy|
HS hidradenitis suppurativa|HSCT hematopoietic stem cell transplant|HSV herpes simplex virus|HTN hypertension|
IADL instrumental activity of daily living|IADLs instrumental activities of daily living|IBD inflammatory bowel disease|IBS irritable bowel syndrome|
ICH intracerebral hemorrhage|ICS inhaled corticosteroid|IDD intellectual and developmental disability|IDDM insulin-dependent diabetes mellitus|
IIH idiopathic intracranial hypertension|ILD interstitial lung disease|INR international normalized ratio|
IOP intensive outpatient program; intraocular pressure|IPF idiopathic pulmonary fibrosis|ITB intrathecal baclofen|ITP immune thrombocytopenia|
IUD intrauterine device|IVC inferior vena cava|IVDU intravenous drug use|IVF in vitro fertilization|IVIG intravenous immune globulin|
JIA juvenile idiopathic arthritis|JVD jugular venous distension|KAFO knee-ankle-foot orthosis|LABA long-acting beta agonist|
LAMA long-acting muscarinic antagonist|LBBB left bundle branch block|LBP low back pain|LCL lateral collateral ligament|
LDH lumbar disc herniation; lactate dehydrogenase|LESI lumbar epidural steroid injection|LFT liver function test|LLE left leg|LLQ left lower quadrant|
LSO lumbosacral orthosis|LSS lumbar spinal stenosis|LTC long-term care|LUE left arm|LUQ left upper quadrant|LVAD left ventricular assist device|
LVEF left ventricular ejection fraction|LVH left ventricular hypertrophy|MAOI monoamine oxidase inhibitor|
MASH metabolic dysfunction-associated steatohepatitis|MAT medication-assisted treatment|MBB medial branch block|MCAS mast cell activation syndrome|
MCI mild cognitive impairment|MCL medial collateral ligament|MDD major depressive disorder|MDI metered-dose inhaler; multiple daily injections|
MDS myelodysplastic syndrome|MG myasthenia gravis|MGUS monoclonal gammopathy of undetermined significance|MI myocardial infarction|
MMT manual muscle testing|MOUD medication for opioid use disorder|MPN myeloproliferative neoplasm|MRA magnetic resonance angiography|
MRSA methicillin-resistant Staphylococcus aureus|MS multiple sclerosis|MSA multiple system atrophy|MSK musculoskeletal|MTX methotrexate|
MVA motor vehicle accident|MVC motor vehicle collision|NAFLD nonalcoholic fatty liver disease|NASH nonalcoholic steatohepatitis|
NCS nerve conduction study|NCV nerve conduction velocity|NF1 neurofibromatosis type 1|NGT nasogastric tube|NICU neonatal intensive care unit|
NIDDM non-insulin-dependent diabetes mellitus|NIPPV noninvasive positive pressure ventilation|NIV noninvasive ventilation|NKDA no known drug allergies|
NMO neuromyelitis optica|NPDR nonproliferative diabetic retinopathy|NPH normal pressure hydrocephalus|NPO nothing by mouth|
NSAID nonsteroidal anti-inflammatory drug|NSCLC non-small cell lung cancer|NSTEMI non-ST-elevation myocardial infarction|OA osteoarthritis|
OAB overactive bladder|OCD obsessive-compulsive disorder|OCPs oral contraceptive pills|ODD oppositional defiant disorder|
OIC opioid-induced constipation|ORIF open reduction and internal fixation|OSA obstructive sleep apnea|OT occupational therapy|OUD opioid use disorder|
PAD peripheral arterial disease|PAH pulmonary arterial hypertension|PBC primary biliary cholangitis|PCI percutaneous coronary intervention|
PCL posterior cruciate ligament|PCOS polycystic ovary syndrome|PCP primary care provider|PD Parkinson disease|PDA patent ductus arteriosus|
PDN private duty nursing|PDR proliferative diabetic retinopathy|PE pulmonary embolism; physical examination|
PFO patent foramen ovale|PFT pulmonary function test|PHN postherpetic neuralgia|PHP partial hospitalization program|
PICC peripherally inserted central catheter|PLIF posterior lumbar interbody fusion|PMH past medical history|PMHx past medical history|
PMR polymyalgia rheumatica|PNES psychogenic nonepileptic seizures|PNH paroxysmal nocturnal hemoglobinuria|PNS peripheral nerve stimulation|
POTS postural orthostatic tachycardia syndrome|PPI proton pump inhibitor|PPMS primary progressive multiple sclerosis|PROM passive range of motion|
PRP platelet-rich plasma|PsA psoriatic arthritis|PSC primary sclerosing cholangitis|PSG polysomnography|PSH past surgical history|
PSP progressive supranuclear palsy|PT physical therapy|PTH parathyroid hormone|PTSD posttraumatic stress disorder|PTT partial thromboplastin time|
PUD peptic ulcer disease|PVD peripheral vascular disease|PWC power wheelchair|QOL quality of life|QoL quality of life|RA rheumatoid arthritis|
RBBB right bundle branch block|RCC renal cell carcinoma|RCT rotator cuff tear; randomized controlled trial|RF radiofrequency; rheumatoid factor|
RFA radiofrequency ablation|RLE right leg|RLQ right lower quadrant|RLS restless legs syndrome|ROM range of motion|ROP retinopathy of prematurity|
ROS review of systems|RRMS relapsing-remitting multiple sclerosis|RSD reflex sympathetic dystrophy|RSV respiratory syncytial virus|
RTC residential treatment center; rotator cuff|RUE right arm|RUQ right upper quadrant|SABA short-acting beta agonist|SAH subarachnoid hemorrhage|
SBO small bowel obstruction|SCD sickle cell disease|SCI spinal cord injury|SCID severe combined immunodeficiency|SCIG subcutaneous immune globulin|
SCLC small cell lung cancer|SCS spinal cord stimulator|SGD speech-generating device|SGLT2 sodium-glucose cotransporter 2|SIB self-injurious behavior|
SIJ sacroiliac joint|SLE systemic lupus erythematosus|SLP speech-language pathologist|SLR straight leg raise|SMA spinal muscular atrophy|
SMO supramalleolar orthosis|SNF skilled nursing facility|SNHL sensorineural hearing loss|SNRI serotonin-norepinephrine reuptake inhibitor|
SOB shortness of breath|SPMS secondary progressive multiple sclerosis|SSRI selective serotonin reuptake inhibitor|
STEMI ST-elevation myocardial infarction|SUD substance use disorder|SUI stress urinary incontinence|SVT supraventricular tachycardia|
T1DM type 1 diabetes mellitus|T2DM type 2 diabetes mellitus|TAR total ankle replacement|TAVR transcatheter aortic valve replacement|
TBI traumatic brain injury|TCA tricyclic antidepressant|TENS transcutaneous electrical nerve stimulation|
TFESI transforaminal epidural steroid injection|THA total hip arthroplasty|THR total hip replacement|TIA transient ischemic attack|
TKA total knee arthroplasty|TKR total knee replacement|TLIF transforaminal lumbar interbody fusion|TLSO thoracolumbosacral orthosis|
TMD temporomandibular disorder|TMJ temporomandibular joint|TMS transcranial magnetic stimulation|TNF tumor necrosis factor|TPI trigger point injection|
TPN total parenteral nutrition|TRD treatment-resistant depression|TSC tuberous sclerosis complex|TSH thyroid-stimulating hormone|
TTE transthoracic echocardiogram|TTP thrombotic thrombocytopenic purpura|TURP transurethral resection of the prostate|UC ulcerative colitis|
UDS urine drug screen|UMN upper motor neuron|URI upper respiratory infection|UTI urinary tract infection|VBG venous blood gas|
VNS vagus nerve stimulation|VSD ventricular septal defect|VT ventricular tachycardia|VTE venous thromboembolism|VUR vesicoureteral reflux|
WNL within normal limits`;

/** The words for an abbreviation, by it; several where it is read in several ways. */
export const ABBREVIATIONS: ReadonlyMap<string, readonly string[]> = new Map(
  TABLE.trim()
    .split('|')
    .map((entry) => entry.trim())
    .map((entry): [string, readonly string[]] => {
      const at = entry.indexOf(' ');
      return [entry.slice(0, at), entry.slice(at + 1).split('; ')];
    }),
);
