/** What customers do, under names that only analytics can make: when they come back, and sums that say how many people are in them. Invariants: a person counts once in each group, and sums are those of the bookings' last states, in whatever order they came. */
@NullMarked
package rw.ishemalink.analytics.customers;

import org.jspecify.annotations.NullMarked;
