/** Transactions on the database: begun for one tenant, limited in time, run again where they lost to another. */
@NullMarked
package dev.tenure.adapter.persistence.transaction;

import org.jspecify.annotations.NullMarked;
