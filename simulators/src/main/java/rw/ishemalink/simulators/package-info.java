/**
 * What all simulators share: the one clock of the outside world, its agenda, its bounded memory and its problem answers.
 * Invariant: nothing here is kept on disk and nothing grows without limit.
 */
@NullMarked
package rw.ishemalink.simulators;

import org.jspecify.annotations.NullMarked;
