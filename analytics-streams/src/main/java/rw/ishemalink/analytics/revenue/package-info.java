/** What was earned, per day in Kigali and kind, and in all. Invariant: a booking's money is on the day it was paid, and nowhere once it is taken back. */
@NullMarked
package rw.ishemalink.analytics.revenue;

import org.jspecify.annotations.NullMarked;
