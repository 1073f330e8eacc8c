/**
 * What people did without network. Invariant: the effect of an action and its result commit together, once per sync id;
 * the actions of one person are done in the order of the phone's clock, as far as they have arrived.
 */
@NullMarked
package rw.ishemalink.booking.sync;

import org.jspecify.annotations.NullMarked;
