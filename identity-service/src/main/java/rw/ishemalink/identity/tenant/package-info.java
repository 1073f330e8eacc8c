/** Brands and the terms they run under. Invariant: every change is told on {@code tenant.events} with the next number, and what stood before that topic was told once. */
@NullMarked
package rw.ishemalink.identity.tenant;

import org.jspecify.annotations.NullMarked;
