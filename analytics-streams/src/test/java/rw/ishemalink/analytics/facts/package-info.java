/** What is known of bookings, whoever tells it and in whatever order. */
@NullMarked
package rw.ishemalink.analytics.facts;

import org.jspecify.annotations.NullMarked;
