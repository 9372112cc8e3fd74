/** Lists and search: pages by key, the choice of an index, and the suffix index of names. */
@NullMarked
package dev.tenure.adapter.persistence.search;

import org.jspecify.annotations.NullMarked;
