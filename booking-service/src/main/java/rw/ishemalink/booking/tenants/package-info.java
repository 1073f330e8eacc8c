/** Which tenants have tables of their own. Invariant: what is unique is so over all tables, and what refers to a booking finds it, whichever table it is in ({@code V13__tenants_apart.sql}). */
@NullMarked
package rw.ishemalink.booking.tenants;

import org.jspecify.annotations.NullMarked;
