/** Clients as their makers would write them, and browsers as people would use them. */
@NullMarked
package rw.ishemalink.identity.oidc;

import org.jspecify.annotations.NullMarked;
