/** Stories of the aggregates: bookings happen, the stores say what they add up to. */
@NullMarked
package rw.ishemalink.analytics;

import org.jspecify.annotations.NullMarked;
