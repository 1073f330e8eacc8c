/** Operators, drivers and vehicles. Invariant: every change of a driver is one event with the driver's next version, and nobody sees another tenant's or operator's fleet. */
@NullMarked
package rw.ishemalink.identity.fleet;

import org.jspecify.annotations.NullMarked;
