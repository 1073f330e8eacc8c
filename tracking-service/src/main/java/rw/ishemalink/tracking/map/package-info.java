/** All vehicles on one map, those near each other as one. Invariant: nobody sees a vehicle of another tenant or fleet, and who only governs sees none alone. */
@NullMarked
package rw.ishemalink.tracking.map;

import org.jspecify.annotations.NullMarked;
