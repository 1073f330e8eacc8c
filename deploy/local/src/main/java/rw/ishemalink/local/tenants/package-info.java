/** Tables of large tenants. Invariant: rows are moved by functions of the database alone ({@code V13__tenants_apart.sql}), so every way to ask for it does the same. */
@NullMarked
package rw.ishemalink.local.tenants;

import org.jspecify.annotations.NullMarked;
