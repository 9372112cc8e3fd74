/** Database transactions: for one tenant, with a time limit, retried after a conflict. */
@NullMarked
package dev.tenure.adapter.persistence.transaction;

import org.jspecify.annotations.NullMarked;
