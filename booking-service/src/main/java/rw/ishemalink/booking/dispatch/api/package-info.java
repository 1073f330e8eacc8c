/** Offers, and how a driver was sought, over HTTP. Invariant: no answer carries a phone number, and none tells a driver of other drivers. */
@NullMarked
package rw.ishemalink.booking.dispatch.api;

import org.jspecify.annotations.NullMarked;
