import { CstNodeBuilder } from 'langium';

/**
 * Builds the tree without comments, which nobody looks for there. Langium's own builder looks for a place for them at the first token of
 * every node, among all of its siblings, whether there are any or not: that alone made the time of a parse grow with the square of the text.
 */
export class CommentlessCstNodeBuilder extends CstNodeBuilder {
  override addHiddenNodes(): void {
    // The lexer hands no comments on.
  }
}
