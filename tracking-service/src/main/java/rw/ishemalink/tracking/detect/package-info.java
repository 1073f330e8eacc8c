/**
 * What the positions of a trip show. Pure: (plan, memory, position) → (memory, findings); no clock, no store, no
 * network, so that the same positions show the same again. Invariant: nothing is told twice, and nothing older than
 * what has been looked at changes what is remembered.
 */
@NullMarked
package rw.ishemalink.tracking.detect;

import org.jspecify.annotations.NullMarked;
