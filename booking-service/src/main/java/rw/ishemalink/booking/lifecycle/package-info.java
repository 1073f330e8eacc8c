/** The one state machine of every kind of booking, pure. Invariant: nothing is ASSIGNED or moves without payment, receipt and the clearance of exactly that driver and vehicle (mission C1, C14). */
@NullMarked
package rw.ishemalink.booking.lifecycle;

import org.jspecify.annotations.NullMarked;
