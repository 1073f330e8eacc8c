/**
 * Requests made from a service's own description of itself, for the access walk and for {@code ./ishema load fuzz}.
 * Invariant: the same seed makes the same choices, whatever other operations there are.
 */
@NullMarked
package rw.ishemalink.local.openapi;

import org.jspecify.annotations.NullMarked;
