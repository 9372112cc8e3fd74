/** The catalog of products and variants: one package for each job, and what the jobs share. */
@NullMarked
package dev.tenure.application.catalog;

import org.jspecify.annotations.NullMarked;
