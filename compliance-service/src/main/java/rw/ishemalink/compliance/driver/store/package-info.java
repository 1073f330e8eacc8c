/** Driver checks in the database. Invariant: rows of drivers are locked in the order of their ids, after those of licences. */
@NullMarked
package rw.ishemalink.compliance.driver.store;

import org.jspecify.annotations.NullMarked;
