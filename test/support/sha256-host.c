// SPDX-License-Identifier: GPL-2.0-only
/* Prints the SHA-256 of standard input, hashed in pieces of argv[1] bytes. */
#include <stdio.h>
#include <stdlib.h>

#include "../../purgatory/sha256.h"

int main(int argc, char **argv)
{
	size_t piece = argc > 1 ? strtoul(argv[1], NULL, 10) : 4096;
	uint8_t digest[SHA256_DIGEST_SIZE];
	uint8_t *buffer = malloc(piece);
	struct sha256 sha;
	size_t n;

	if (!piece || !buffer)
		return 1;
	sha256_init(&sha);
	while ((n = fread(buffer, 1, piece, stdin)) > 0)
		sha256_update(&sha, buffer, n);
	sha256_final(&sha, digest);
	for (n = 0; n < sizeof(digest); n++)
		printf("%02x", digest[n]);
	free(buffer);
	return 0;
}
