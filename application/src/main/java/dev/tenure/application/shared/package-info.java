/** What every use case uses: the caller, the errors, paging, the check of commands. */
@NullMarked
package dev.tenure.application.shared;

import org.jspecify.annotations.NullMarked;
