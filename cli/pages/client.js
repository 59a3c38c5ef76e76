// A fixup that is pointed at, clicked or reached by keys is shown in the picture, with its rule beside the table. One that was
// clicked or reached stays: others are shown while they are pointed at.
for (const image of document.querySelectorAll('.image')) {
  const rows = [...image.querySelectorAll('[role=grid] tbody tr')];
  if (rows.length === 0) continue;
  const about = image.querySelector('.about');
  const pick = image.querySelector('.pick');
  const aim = image.querySelector('path.aim');
  const marks = [...image.querySelectorAll('.mark')];
  const status = image.querySelector('[role=status]');
  const search = image.querySelector('[type=search]');
  const titles = ['Offset', 'Kind', 'Type', 'Where', 'Symbol + addend'];
  const texts = rows.map((row) => row.textContent.toLowerCase());
  const barTop = Number(marks[0].getAttribute('y'));
  const barEnd = barTop + Number(marks[0].getAttribute('height'));
  let chosen = rows[0];
  let shown;
  let stays = false;

  const show = (row) => {
    if (row === shown) return;
    shown?.classList.remove('seen');
    shown = row;
    row.classList.add('seen');
    const { x, to, rule } = row.dataset;
    pick.setAttribute('x', Number(x) - 1.5);
    const depth = Math.min(60, 12 + Math.abs(x - to) / 4);
    aim.setAttribute(
      'd',
      to === ''
        ? ''
        : `M${x} ${barEnd}Q${(Number(x) + Number(to)) / 2} ${barEnd + 2 * depth} ${to} ${barEnd}`,
    );
    const facts = document.createElement('dl');
    titles.forEach((title, at) => {
      const [term, text] = [document.createElement('dt'), document.createElement('dd')];
      term.textContent = title;
      text.textContent = row.cells[at].textContent;
      facts.append(term, text);
    });
    const article = document.getElementById(`rule-${rule}`);
    const copies = article ? [...article.children].map((each) => each.cloneNode(true)) : [];
    about.replaceChildren(facts, ...copies);
    about.scrollTop = 0;
  };
  const choose = (row) => {
    chosen.tabIndex = -1;
    chosen.removeAttribute('aria-selected');
    chosen = row;
    row.tabIndex = 0;
    row.setAttribute('aria-selected', 'true');
    show(row);
  };
  const point = (row) => row && (stays ? show(row) : choose(row));
  const leave = () => stays && show(chosen);

  const visible = () => rows.filter((row) => !row.hidden);
  const go = (row) => {
    if (!row) return;
    stays = true;
    choose(row);
    row.focus();
  };
  const table = rows[0].closest('table');
  table.addEventListener('keydown', (event) => {
    const list = visible();
    const at = list.indexOf(event.target.closest('tr'));
    const steps = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + 10,
      PageUp: at - 10,
      Home: 0,
      End: list.length - 1,
    };
    if (!(event.key in steps)) return;
    event.preventDefault();
    go(list[Math.max(0, Math.min(steps[event.key], list.length - 1))]);
  });
  table.addEventListener('focusin', (event) => {
    const row = event.target.closest('tbody tr');
    if (!row) return;
    stays = true;
    choose(row);
  });
  table.addEventListener('mouseover', (event) => point(event.target.closest('tbody tr')));
  table.addEventListener('mouseleave', leave);
  for (const mark of marks) {
    const { first, last } = mark.dataset;
    const row = () => rows.slice(Number(first), Number(last) + 1).find((each) => !each.hidden);
    mark.addEventListener('mouseenter', () => point(row()));
    mark.addEventListener('mouseleave', leave);
    mark.addEventListener('click', () => go(row()));
  }

  search.addEventListener('input', () => {
    const wanted = search.value.trim().toLowerCase().split(/\s+/);
    // How many of the rows up to each one are there.
    const counts = [0];
    rows.forEach((row, at) => {
      row.hidden = !wanted.every((word) => texts[at].includes(word));
      counts.push(counts[at] + (row.hidden ? 0 : 1));
    });
    for (const mark of marks) {
      const { first, last } = mark.dataset;
      mark.classList.toggle('off', counts[Number(last) + 1] === counts[Number(first)]);
    }
    status.textContent = `${counts[rows.length]} of ${rows.length}`;
    const [next] = visible();
    if (next && chosen.hidden) choose(next);
  });
}
