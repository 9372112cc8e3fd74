/** What the repositories have in common: JSON columns, addresses, money and words. */
@NullMarked
package dev.tenure.adapter.persistence.shared;

import org.jspecify.annotations.NullMarked;
