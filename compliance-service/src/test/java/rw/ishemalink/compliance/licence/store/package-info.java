/** The register's tables: what is found, what counts as news, and that no row names anybody in clear. */
@NullMarked
package rw.ishemalink.compliance.licence.store;

import org.jspecify.annotations.NullMarked;
