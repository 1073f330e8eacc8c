/** People, their roles and their tenants. Invariant: a phone is one person per tenant, and nobody grants what they may not grant. */
@NullMarked
package rw.ishemalink.identity.people;

import org.jspecify.annotations.NullMarked;
