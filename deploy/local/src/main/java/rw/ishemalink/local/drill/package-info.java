/** Disasters on purpose, to measure how much is lost and how long it takes. Invariant: only stacks of a drill's own are harmed. */
@NullMarked
package rw.ishemalink.local.drill;

import org.jspecify.annotations.NullMarked;
