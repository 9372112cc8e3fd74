/** What the repositories have in common: the transaction, JSON columns, lists by key. */
@NullMarked
package dev.tenure.adapter.persistence.shared;

import org.jspecify.annotations.NullMarked;
