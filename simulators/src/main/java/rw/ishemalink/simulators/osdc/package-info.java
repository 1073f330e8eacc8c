/** RRA's OSDC, the device on line. Invariant: after the initialisation every body carries the key that it gave. */
@NullMarked
package rw.ishemalink.simulators.osdc;

import org.jspecify.annotations.NullMarked;
