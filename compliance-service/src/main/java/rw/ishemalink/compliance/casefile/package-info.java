/** What this service needs to know of a booking, kept from its events, and the events about it. Invariant: the sequence of compliance.events has no gap per booking. */
@NullMarked
package rw.ishemalink.compliance.casefile;

import org.jspecify.annotations.NullMarked;
