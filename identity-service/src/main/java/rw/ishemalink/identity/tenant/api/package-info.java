/** Brands over HTTP. Invariant: a tenant's administrator changes how the own brand looks, never its terms. */
@NullMarked
package rw.ishemalink.identity.tenant.api;

import org.jspecify.annotations.NullMarked;
