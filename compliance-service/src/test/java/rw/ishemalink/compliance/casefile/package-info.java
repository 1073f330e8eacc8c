/** Rates of tax. Invariant: what is tested needs neither database nor network. */
@NullMarked
package rw.ishemalink.compliance.casefile;

import org.jspecify.annotations.NullMarked;
