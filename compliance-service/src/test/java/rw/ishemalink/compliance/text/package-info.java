/** What is done to text, by examples. */
@NullMarked
package rw.ishemalink.compliance.text;

import org.jspecify.annotations.NullMarked;
