/** Where traffic is slow, by cell of the map and hour, from the positions of vehicles. Invariants: who is parked is no jam, and a vehicle counts once in a cell and hour. */
@NullMarked
package rw.ishemalink.analytics.traffic;

import org.jspecify.annotations.NullMarked;
