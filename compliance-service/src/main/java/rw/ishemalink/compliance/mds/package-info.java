/**
 * The regulator's view of rides after the Mobility Data Specification 2.0.2 (mode passenger-services). Invariant: vehicles,
 * places, times and fares only; nothing here says who rode or drove.
 */
@NullMarked
package rw.ishemalink.compliance.mds;

import org.jspecify.annotations.NullMarked;
