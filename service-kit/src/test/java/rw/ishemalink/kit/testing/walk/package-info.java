/**
 * The walk through every endpoint of a service as everybody who might come. Invariant: who is of another tenant is never
 * shown anything that is ours.
 */
@NullMarked
package rw.ishemalink.kit.testing.walk;

import org.jspecify.annotations.NullMarked;
