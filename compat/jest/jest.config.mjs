// What a user's Jest needs for this library, which is ES modules only: Node's flag
// --experimental-vm-modules, and no transform. The mapping stands for an installed package.
const dist = process.env.TCCC_REACT_DIST ?? '<rootDir>/../../dist';

export default {
  testEnvironment: 'jsdom',
  testMatch: ['<rootDir>/*.test.mjs'],
  transform: {},
  moduleNameMapper: {
    '^tccc-react$': `${dist}/index.js`,
    '^tccc-react/simulator$': `${dist}/simulator/index.js`,
  },
};
