// SPDX-License-Identifier: GPL-2.0-only
/* Reads messages from the file argv[1], writes their SHA-256 to argv[2]: "PIECE LENGTH\n" and so many bytes each. */
#include <stdio.h>
#include <stdlib.h>

#include "../../purgatory/sha256.h"

int main(int argc, char **argv)
{
	FILE *in = argc == 3 ? fopen(argv[1], "rb") : NULL;
	FILE *out = in ? fopen(argv[2], "w") : NULL;
	size_t piece, length;

	if (!out)
		return 1;
	while (fscanf(in, "%zu %zu", &piece, &length) == 2 && fgetc(in) == '\n') {
		uint8_t digest[SHA256_DIGEST_SIZE];
		uint8_t *buffer = malloc(piece);
		struct sha256 sha;

		if (!piece || !buffer)
			return 1;
		sha256_init(&sha);
		while (length) {
			size_t n = length < piece ? length : piece;

			if (fread(buffer, 1, n, in) != n)
				return 1;
			sha256_update(&sha, buffer, n);
			length -= n;
		}
		sha256_final(&sha, digest);
		for (size_t n = 0; n < sizeof(digest); n++)
			fprintf(out, "%02x", digest[n]);
		fputc('\n', out);
		free(buffer);
	}
	return fclose(out) != 0;
}
