/** The fleet over HTTP. Invariant: what lies outside the caller's boundary is 404. */
@NullMarked
package rw.ishemalink.identity.fleet.api;

import org.jspecify.annotations.NullMarked;
