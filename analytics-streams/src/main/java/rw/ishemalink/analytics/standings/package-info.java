/** Tallies per board (routes, drivers) in the order of their score. Invariant: the index holds exactly the tallies, so that a top-N stays exact when scores fall. */
@NullMarked
package rw.ishemalink.analytics.standings;

import org.jspecify.annotations.NullMarked;
