/** People over HTTP: one's own profile, roles and tenants for administrators. Invariant: a person of another tenant is not there. */
@NullMarked
package rw.ishemalink.identity.people.api;

import org.jspecify.annotations.NullMarked;
