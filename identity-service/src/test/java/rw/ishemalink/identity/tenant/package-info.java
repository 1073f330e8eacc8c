/** Tests of tenants. Invariant: each opens tenants of its own. */
@NullMarked
package rw.ishemalink.identity.tenant;

import org.jspecify.annotations.NullMarked;
