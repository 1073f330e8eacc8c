/**
 * Faults to order: what somebody told an outside system to do wrong, and the gate that makes it do so.
 * Invariant: without an order every system keeps its protocol; an order never touches the control and reading side.
 */
@NullMarked
package rw.ishemalink.simulators.faults;

import org.jspecify.annotations.NullMarked;
