// SPDX-License-Identifier: GPL-2.0-only
//! Addresses that Rust makes: slices, tables of functions, trait objects, and what core has of them.
#![no_std]

use core::fmt::{self, Write};
use core::panic::PanicInfo;

extern "C" {
    fn finish_with(code: i32) -> !;
    fn other_first(n: i32) -> i32;
    fn other_calls_back(f: extern "C" fn(i32) -> i32, n: i32) -> i32;
    static mut other_word: i32;
    static other_array: [i32; 16];
}

#[panic_handler]
fn panicked(_: &PanicInfo) -> ! {
    unsafe { finish_with(120) }
}

#[no_mangle]
pub extern "C" fn rust_eh_personality() {}

#[allow(non_snake_case)]
#[no_mangle]
pub extern "C" fn _Unwind_Resume() -> ! {
    unsafe { finish_with(121) }
}

/// The value, of which the compiler knows nothing any more.
#[inline(never)]
fn hidden<T: Copy>(value: T) -> T {
    unsafe { core::ptr::read_volatile(&value) }
}

struct Text {
    bytes: [u8; 128],
    used: usize,
}

impl Write for Text {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for byte in text.bytes() {
            *self.bytes.get_mut(self.used).ok_or(fmt::Error)? = byte;
            self.used += 1;
        }
        Ok(())
    }
}

fn is(expected: &[u8], arguments: fmt::Arguments) -> bool {
    let mut text = Text { bytes: [0; 128], used: 0 };
    text.write_fmt(arguments).is_ok() && &text.bytes[..text.used] == expected
}

trait Shape: Sync {
    fn area(&self) -> i32;
    fn name(&self) -> &'static str {
        "shape"
    }
}

struct Square(i32);
struct Circle(i32);

impl Shape for Square {
    fn area(&self) -> i32 {
        self.0 * self.0
    }
    fn name(&self) -> &'static str {
        "square"
    }
}

impl Shape for Circle {
    fn area(&self) -> i32 {
        3 * self.0 * self.0
    }
}

static SQUARE: Square = Square(5);
static SHAPES: [&dyn Shape; 3] = [&SQUARE, &Circle(2), &Square(9)];

struct Node {
    next: Option<&'static Node>,
    value: i32,
}

static FIRST: Node = Node { next: Some(&MIDDLE), value: 1 };
static MIDDLE: Node = Node { next: Some(&LAST), value: 20 };
static LAST: Node = Node { next: None, value: 300 };
static CYCLE: [Option<&Node>; 2] = [Some(&LAST), None];

static NUMBERS: [i32; 10] = [200, 201, 202, 203, 204, 205, 206, 207, 208, 209];
static TO_MIDDLE: &i32 = &NUMBERS[5];
static SLICE: &[i32] = &NUMBERS;
static TEXTS: [&str; 4] = ["11", "222", "3333", "44444"];
static mut WORDS: [&i32; 2] = [&NUMBERS[1], &NUMBERS[8]];
static mut ZEROS: [u32; 0x6000] = [0; 0x6000];

fn double(n: i32) -> i32 {
    n * 2
}

fn square(n: i32) -> i32 {
    n * n
}

extern "C" fn back(n: i32) -> i32 {
    n + 50
}

static FUNCTIONS: [fn(i32) -> i32; 3] = [double, square, |n| n + 7];

#[inline(never)]
fn matched(n: i32) -> i32 {
    match n {
        0 => double(n + 4),
        1 => unsafe { other_first(n) },
        2 => square(hidden(12)),
        3 => back(n),
        4 => unsafe { other_word },
        5 => NUMBERS[hidden(3)],
        6 => -1,
        7 => TEXTS[hidden(3)].len() as i32,
        8 => FUNCTIONS[hidden(2)](n),
        _ => 0,
    }
}

#[inline(never)]
fn named(n: i32) -> &'static str {
    match n {
        0 => "zero",
        1 => "one",
        2 => "two",
        3 => "three",
        4 => "four",
        5 => "five",
        _ => "many",
    }
}

/// The code of the first address that is wrong, or 42.
#[no_mangle]
pub extern "C" fn check_addresses_of_rust() -> i32 {
    macro_rules! check {
        ($code:expr, $condition:expr) => {
            if !$condition {
                return $code;
            }
        };
    }
    check!(1, *hidden(TO_MIDDLE) == 205 && hidden(SLICE).iter().sum::<i32>() == 2045);
    check!(2, hidden(SLICE).len() == 10 && hidden(SLICE)[hidden(9)] == 209);
    check!(3, TEXTS[hidden(2)].parse::<i32>() == Ok(3333) && TEXTS.iter().map(|each| each.len()).sum::<usize>() == 14);
    check!(4, hidden(SHAPES[hidden(0)]).area() == 25 && hidden(SHAPES[hidden(0)]).name().as_bytes() == b"square");
    check!(5, hidden(SHAPES[hidden(1)]).area() == 12 && hidden(SHAPES[hidden(1)]).name().as_bytes() == b"shape");
    check!(6, SHAPES.iter().map(|each| each.area()).sum::<i32>() == 25 + 12 + 81);
    let mut sum = 0;
    let mut node = Some(hidden(&FIRST));
    while let Some(each) = node {
        sum += each.value;
        node = each.next;
    }
    check!(7, sum == 321 && hidden(CYCLE[hidden(0)]).map(|each| each.value) == Some(300) && CYCLE[hidden(1)].is_none());
    check!(8, FUNCTIONS[hidden(0)](4) == 8 && FUNCTIONS[hidden(1)](5) == 25 && FUNCTIONS[hidden(2)](6) == 13);
    unsafe {
        check!(9, *WORDS[hidden(0)] == 201 && *WORDS[hidden(1)] == 208);
        WORDS[hidden(0)] = &NUMBERS[7];
        check!(10, *WORDS[hidden(0)] == 207);
        check!(11, ZEROS[hidden(0x5fff)] == 0);
        ZEROS[hidden(0x5fff)] = 77;
        check!(12, hidden(ZEROS[0x5fff]) == 77);
        check!(13, other_word == 0x1234567 && other_array[hidden(7)] == 107);
        check!(14, other_first(hidden(5)) == 1005 && other_calls_back(back, 6) == 57);
    }
    let expected = [8, 1001, 144, 53, 0x1234567, 203, -1, 5, 15, 0];
    for (n, &each) in expected.iter().enumerate() {
        check!(15, matched(hidden(n as i32)) == each);
    }
    check!(16, named(hidden(3)).as_bytes() == b"three" && named(hidden(9)).as_bytes() == b"many");
    check!(17, is(b"7 -12 0xff 1010", format_args!("{} {} {:#x} {:b}", hidden(7), hidden(-12), hidden(255), hidden(10))));
    check!(18, is(b"\"a\\tb\" Some(3) [1, 2]", format_args!("{:?} {:?} {:?}", hidden("a\tb"), hidden(Some(3)), hidden([1, 2]))));
    check!(19, is(b"  right|left  |0042", format_args!("{:>7}|{:<6}|{:04}", hidden("right"), hidden("left"), hidden(42))));
    let mut sorted = hidden([5, 3, 9, 1, 7, 2, 8, 6, 4, 0, 15, 11, 13, 12, 14, 10, 19, 17, 18, 16, 20, 22, 21]);
    sorted.sort_unstable_by(|left, right| right.cmp(left));
    check!(20, sorted.iter().enumerate().all(|(index, &each)| each == 22 - index as i32));
    check!(21, hidden("gr\u{fc}n").chars().filter(|each| each.is_alphabetic()).count() == 4);
    check!(22, hidden('\u{fc}').to_uppercase().next() == Some('\u{dc}'));
    check!(23, u64::from_str_radix(hidden("123456789abcdef"), 16) == Ok(0x123456789abcdef));
    42
}
