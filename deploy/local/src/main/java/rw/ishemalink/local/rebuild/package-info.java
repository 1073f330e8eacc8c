/**
 * Counts everything anew while the old counts go on answering: the next generation of analytics beside the running one,
 * then in its place. Invariant: what the old one leaves is removed only once the new one answers.
 */
@NullMarked
package rw.ishemalink.local.rebuild;

import org.jspecify.annotations.NullMarked;
