/**
 * Licences as the authority's register, its files and officials know them, and who is told of them. Invariant: no answer is
 * never taken for a yes, and the authority's fresh word beats every other.
 */
@NullMarked
package rw.ishemalink.compliance.licence;

import org.jspecify.annotations.NullMarked;
